package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.SearchForm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Marks the words of a search in a text, compared as {@link SearchForm} writes them. */
public final class FoundText {
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
