package fr.hubee.database.preflight;

import fr.hubee.shared.ExitCode;
import java.io.PrintStream;

/** Says what was found, line by line, and remembers what stands in the way. */
final class Findings {
    private final PrintStream out;
    private int obstacles;

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

    /** To be known, but no obstacle. */
    void note(String text) {
        out.println("  note       " + text);
    }

    void obstacle(String text) {
        obstacles++;
        out.println("  NOT READY  " + text);
    }

    void detail(String text) {
        out.println("             " + text);
    }

    /** @return the exit code */
    int end() {
        out.println();
        out.println(
                obstacles == 0
                        ? "Ready."
                        : "Not ready: " + obstacles + " obstacle" + (obstacles == 1 ? "" : "s") + ".");
        return obstacles == 0 ? ExitCode.GOOD : ExitCode.BAD;
    }
}
