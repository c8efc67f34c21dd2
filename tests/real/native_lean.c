/* A genuine `lean`: the executable that the embedded wheel has a library for, and does not ship.

   `lean_main` is what Lean's own executable calls. The option stands first because the core
   library that this Lean is used with has definitions whose names are those of functions in the
   binary, with other types; see pytest_lean/embedded/host.py. */
#include <stdlib.h>

int lean_main(int argc, char **argv);

int main(int argc, char **argv) {
    char **arguments = malloc((argc + 2) * sizeof *arguments);
    if (arguments == NULL) return 1;
    arguments[0] = argv[0];
    arguments[1] = "-Dinterpreter.prefer_native=false";
    for (int i = 1; i <= argc; i++) arguments[i + 1] = argv[i];
    return lean_main(argc + 1, arguments);
}
