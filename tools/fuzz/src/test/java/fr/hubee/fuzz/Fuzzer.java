package fr.hubee.fuzz;

import java.io.IOException;
import java.util.Locale;

/** The class that Jazzer calls, again and again, with inputs for one target. */
public final class Fuzzer {
    private static Target target;

    private Fuzzer() {}

    /** @param arguments the target; its kept inputs are read before time counts */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        target = Target.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        for (var each : target.kept()) {
            target.warm(each);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) {
        target.read(input);
    }
}
