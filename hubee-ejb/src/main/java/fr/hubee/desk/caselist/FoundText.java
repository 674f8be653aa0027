package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.SearchForm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Marks the words of a search in a text, compared as {@link SearchForm} writes them. */
public final class FoundText {
    /** Number of characters that an excerpt has before a word, at most: it begins with a whole word where it can. */
    private static final int AROUND = 40;

    private final List<String> words;

    /** @param typed as in {@link CaseFilter}; null for no search */
    public FoundText(String typed) {
        words = SearchWords.of(typed).words();
    }

    /** A part of a text, as it was written. */
    public record Part(String text, boolean found) {}

    /** The text in parts, in its order; a letter of which only a half was typed (« o » of « œ ») is found whole. */
    public List<Part> parts(String text) {
        if (words.isEmpty() || text.isEmpty()) {
            return List.of(new Part(text, false));
        }
        return cut(text, found(text));
    }

    /** Whether the text has all the words. */
    boolean isIn(String text) {
        var compared = SearchForm.of(text);
        return words.stream().allMatch(compared::contains);
    }

    /** Returns a long text from a little before the first found word to a little after it, in parts. */
    public List<Part> excerpt(String text) {
        var first = Math.max(found(text).nextSetBit(0), 0);
        int begin = Math.max(0, first - AROUND);
        int blank = text.indexOf(' ', begin);
        begin = begin > 0 && blank >= 0 && blank < first ? blank + 1 : begin;
        int end = Math.min(text.length(), first + 2 * AROUND);
        begin += begin > 0 && Character.isLowSurrogate(text.charAt(begin)) ? 1 : 0;
        end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return parts((begin > 0 ? "… " : "") + text.substring(begin, end) + (end < text.length() ? " …" : ""));
    }

    private BitSet found(String text) {
        var compared = new StringBuilder();
        var letters = new ArrayList<Integer>(); // for each compared character, where its letter is in the text
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var letter = SearchForm.of(Character.toString(text.codePointAt(at)));
            compared.append(letter);
            for (int each = 0; each < letter.length(); each++) {
                letters.add(at);
            }
        }
        var found = new BitSet();
        for (var word : words) {
            for (int at = compared.indexOf(word); at >= 0; at = compared.indexOf(word, at + 1)) {
                letters.subList(at, at + word.length()).forEach(found::set);
            }
        }
        return found;
    }

    private static List<Part> cut(String text, BitSet found) {
        var parts = new ArrayList<Part>();
        int begin = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean accent =
                    SearchForm.of(Character.toString(text.codePointAt(at))).isEmpty();
            if (at > 0 && accent) {
                found.set(at, found.get(text.offsetByCodePoints(at, -1)));
            }
            if (at > begin && found.get(at) != found.get(begin)) {
                parts.add(new Part(text.substring(begin, at), found.get(begin)));
                begin = at;
            }
        }
        parts.add(new Part(text.substring(begin), found.get(begin)));
        return parts;
    }
}
