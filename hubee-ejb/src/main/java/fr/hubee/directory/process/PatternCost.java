package fr.hubee.directory.process;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;

/**
 * The steps that a pattern of an XSD may need, at most. A part that repeats may not vary itself, else the steps could double with each
 * character; then each repetition multiplies them by the length of the text, at most.
 */
final class PatternCost {
    /** Longest text of an element or attribute, also without a pattern. */
    static final int LONGEST_TEXT = 64 * 1024;

    private static final double MOST_STEPS = 1e9;
    private static final int MOST_CHOICES = 1_000_000;

    private final String pattern;
    private int at;
    private int repetitions;
    private double choices = 1;

    private PatternCost(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Returns the longest text that is matched within the allowed steps.
     *
     * @throws InvalidRequest when even a short one is not
     */
    static int longestText(String pattern) {
        var cost = new PatternCost(pattern == null ? "" : pattern);
        cost.alternatives();
        double longest =
                cost.repetitions == 0 ? LONGEST_TEXT : Math.pow(MOST_STEPS / cost.choices, 1.0 / cost.repetitions);
        if (cost.repetitions > 3 || cost.choices > MOST_CHOICES) {
            throw refused(pattern);
        }
        return (int) Math.min(LONGEST_TEXT, longest);
    }

    private static InvalidRequest refused(String pattern) {
        var shown = pattern.length() <= 60 ? pattern : pattern.substring(0, 60) + "…";
        return new InvalidRequest(Words.text("directory.schema.pattern", shown));
    }

    /** Reads up to the end, or to the parenthesis that closes; returns whether what it read varies. */
    private boolean alternatives() {
        boolean varies = false;
        int branches = 1;
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                at++;
                branches++;
            } else {
                boolean inside = atom();
                varies |= quantified(inside) || inside;
            }
        }
        choices *= branches;
        return varies || branches > 1;
    }

    private boolean atom() {
        char first = pattern.charAt(at++);
        if (first == '(') {
            boolean varies = alternatives();
            at++;
            return varies;
        }
        if (first == '[') {
            characterClass();
        } else if (first == '\\') {
            escape();
        }
        return false;
    }

    private void characterClass() {
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            char next = pattern.charAt(at++);
            if (next == '\\') {
                at++;
            } else if (next == '[') {
                characterClass();
            }
        }
        at++;
    }

    private void escape() {
        if (at < pattern.length() && "pP".indexOf(pattern.charAt(at)) >= 0) {
            at = Math.max(at, pattern.indexOf('}', at));
        }
        at++;
    }

    /** @param inside whether what may be repeated varies itself */
    private boolean quantified(boolean inside) {
        if (at >= pattern.length()) {
            return false;
        }
        switch (pattern.charAt(at)) {
            case '?' -> {
                at++;
                choices *= 2;
                return true;
            }
            case '*', '+' -> {
                at++;
                return repeated(inside);
            }
            case '{' -> {
                int end = Math.max(at, pattern.indexOf('}', at));
                var bounds = pattern.substring(at + 1, Math.max(at + 1, end)).split(",", -1);
                at = end + 1;
                return bounds.length == 1 ? once(inside, bounds[0]) : between(inside, bounds[0], bounds[1]);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean once(boolean inside, String times) {
        if (inside && !times.equals("1")) {
            throw refused(pattern);
        }
        return false;
    }

    private boolean between(boolean inside, String least, String most) {
        if (most.isEmpty()) {
            return repeated(inside);
        }
        if (inside && !most.equals("1")) {
            throw refused(pattern);
        }
        if (!least.equals(most)) {
            choices *= Math.max(2, 1 + number(most) - number(least));
        }
        return !least.equals(most);
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : MOST_CHOICES;
    }

    private boolean repeated(boolean inside) {
        if (inside) {
            throw refused(pattern);
        }
        repetitions++;
        return true;
    }
}
