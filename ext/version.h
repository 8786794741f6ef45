/* The version of the extension, which korean_version() gives. */
#ifndef KO_VERSION_H
#define KO_VERSION_H

#define KO_VERSION "0.1.0"

#endif
