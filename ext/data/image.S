/* The dictionary image and the model of names, or the terms made ready with them, put into the extension
** as they stand. */
#ifdef __APPLE__
        .const
#define NAME(x) _##x
#define INSIDE(x) .globl _##x; .private_extern _##x /* seen by the extension only */
#else
        .section .rodata
#define NAME(x) x
#define INSIDE(x) .globl x; .hidden x
#endif
#ifdef READY
        INSIDE(ko_ready_data)
        INSIDE(ko_ready_end)
        .balign 64
NAME(ko_ready_data):
        .incbin READY
NAME(ko_ready_end):
        .byte 0
#else
        INSIDE(ko_image_data)
        INSIDE(ko_image_end)
        .balign 64
NAME(ko_image_data):
        .incbin IMAGE
NAME(ko_image_end):
        .byte 0
        INSIDE(ko_names_data)
        INSIDE(ko_names_end)
        .balign 64
        .skip 12 /* so that its weights, 372 + 2^17 bytes further on, begin a line of the cache */
NAME(ko_names_data):
        .incbin NAMES
NAME(ko_names_end):
        .byte 0
#endif
#ifdef __ELF__
        .section .note.GNU-stack,"",@progbits
#endif
