/* The dictionary image and the model of names, put into the extension as they stand. */
#ifdef __APPLE__
        .const
#define NAME(x) _##x
#else
        .section .rodata
#define NAME(x) x
#endif
        .globl NAME(ko_image_data)
        .globl NAME(ko_image_end)
        .balign 64
NAME(ko_image_data):
        .incbin IMAGE
NAME(ko_image_end):
        .byte 0
        .globl NAME(ko_names_data)
        .globl NAME(ko_names_end)
        .balign 64
NAME(ko_names_data):
        .incbin NAMES
NAME(ko_names_end):
        .byte 0
#ifdef __ELF__
        .section .note.GNU-stack,"",@progbits
#endif
