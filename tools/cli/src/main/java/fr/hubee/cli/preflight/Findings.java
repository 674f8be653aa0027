package fr.hubee.cli.preflight;

import fr.hubee.cli.ExitCode;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** Prints the findings, line by line, and collects the obstacles. */
final class Findings {
    private final PrintStream out;
    private final Set<String> obstacles = new HashSet<>();

    Findings(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void ok(String text) {
        out.println("  ok         " + text);
    }

    /** Adds information that is no obstacle. */
    void note(String text) {
        out.println("  note       " + text);
    }

    /** Adds an obstacle, once, even if it is found twice. */
    void obstacle(String text) {
        if (obstacles.add(text)) {
            out.println("  NOT READY  " + text);
        }
    }

    void detail(String text) {
        out.println("             " + text);
    }

    /** @return the exit code */
    int end() {
        out.println();
        out.println(
                obstacles.isEmpty()
                        ? "Ready."
                        : "Not ready: " + obstacles.size() + " obstacle" + (obstacles.size() == 1 ? "" : "s") + ".");
        return obstacles.isEmpty() ? ExitCode.GOOD : ExitCode.BAD;
    }
}
