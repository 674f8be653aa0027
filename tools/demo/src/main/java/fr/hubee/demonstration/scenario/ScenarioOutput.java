package fr.hubee.demonstration.scenario;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints what each partner sends to the hub, and the answers. */
public final class ScenarioOutput {
    private static final int WIDTH = 110;
    private static final int MOST_LINES = 4;
    private static final String MARGIN = " ".repeat(16);

    private final PrintStream out;
    private int chapter;

    public ScenarioOutput(PrintStream out) {
        this.out = out;
    }

    public void title(String text) {
        out.println();
        out.println(text);
        out.println("─".repeat(text.length()));
    }

    void chapter(String text) {
        title(++chapter + ". " + text);
    }

    /** Prints what happens next, and why. */
    void say(String text) {
        out.println();
        wrapped(text, WIDTH - 2, 20).forEach(line -> out.println("  " + line));
    }

    void sends(String who, String request, String body) {
        out.println("  " + "%-11s".formatted(who) + " → " + Excerpt.shortened(request));
        excerpt(body);
    }

    void gets(int status, String body) {
        var lines = wrapped(Excerpt.shortened(body), WIDTH - MARGIN.length() - 4, MOST_LINES);
        out.println(" ".repeat(14) + "← " + status + (lines.isEmpty() ? "" : " " + lines.get(0)));
        lines.stream().skip(1).forEach(line -> out.println(MARGIN + "    " + line));
    }

    /** Prints a check that succeeded. */
    void noted(String what) {
        out.println(MARGIN + "✓ " + Excerpt.shortened(what));
    }

    private void excerpt(String body) {
        wrapped(Excerpt.shortened(body), WIDTH - MARGIN.length(), MOST_LINES)
                .forEach(line -> out.println(MARGIN + line));
    }

    private static List<String> wrapped(String text, int width, int most) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            int end = rest.length() <= width ? rest.length() : breakBefore(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.set(most - 1, lines.get(most - 1) + " …");
        }
        return lines;
    }

    private static int breakBefore(String text, int width) {
        int space = text.lastIndexOf(' ', width);
        return space > 0 ? space : width;
    }
}
