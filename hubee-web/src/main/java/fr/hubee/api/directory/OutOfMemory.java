package fr.hubee.api.directory;

import java.util.List;
import java.util.stream.Stream;

/** Checks that the process ends when its heap is exhausted: otherwise it would continue without answering. */
final class OutOfMemory {
    static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

    private static final List<String> ENDING =
            List.of(OPTION, "-XX:+CrashOnOutOfMemoryError", "-XX:OnOutOfMemoryError=");

    private OutOfMemory() {}

    /** @param arguments of the Java virtual machine */
    static boolean endsTheProcess(Stream<String> arguments) {
        return arguments.anyMatch(argument -> ENDING.stream().anyMatch(argument::startsWith));
    }
}
