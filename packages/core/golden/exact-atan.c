/*
 * A correctly rounded arc tangent to put in place of the C library's, which is one only in newer versions of glibc:
 *
 *   gcc -O2 -shared -fPIC -o /tmp/exact-atan.so exact-atan.c -lquadmath
 *   LD_PRELOAD=/tmp/exact-atan.so node make-talib.mjs ...
 */
#include <quadmath.h>

double atan(double x) { return (double)atanq(x); }
