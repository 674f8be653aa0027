package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.SearchForm;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a search, as {@link SearchForm} writes them: all must be found, in any order, and any of them may be a fragment.
 *
 * @param words without blanks
 */
record SearchWords(List<String> words) {
    private static final int MOST_WORDS = 8;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");
    private static final Pattern LAST_DIGITS = Pattern.compile("([0-9])(?!\\1{4})[0-9]{4}$"); // not five times the same
    private static final Pattern TRIGRAM = Pattern.compile("[A-Z0-9]{3}");

    SearchWords {
        words = List.copyOf(words);
    }

    /** @param typed null for no search; so is a blank, or what consists of hyphens */
    static SearchWords of(String typed) {
        var text = typed == null ? "" : SearchForm.of(CONTROL.matcher(typed).replaceAll(" "));
        return new SearchWords(Stream.of(SPACES.split(text, -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String[] patterns() {
        return words.stream().map(SearchWords::pattern).toArray(String[]::new);
    }

    /**
     * Returns the patterns of the two longest words, for the index of trigrams. Words of one or two letters have no trigram; those of three
     * are looked up only if there is no longer one, since very many texts contain them.
     */
    List<String> indexed() {
        return longest().map(SearchWords::pattern).toList();
    }

    /** Returns the fragments to look up: for a number only its last digits, since very many numbers begin alike. */
    List<String> fragments() {
        return longest().map(SearchWords::fragment).map(SearchWords::pattern).toList();
    }

    private Stream<String> longest() {
        var longest = words.stream()
                .filter(word -> TRIGRAM.matcher(word).find())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(2)
                .toList();
        return longest.stream()
                .filter(word ->
                        word.length() > 3 || word.length() == longest.get(0).length());
    }

    private static String fragment(String word) {
        var digits = LAST_DIGITS.matcher(word);
        return digits.find() ? digits.group() : word;
    }

    private static String pattern(String word) {
        return "%" + SPECIAL.matcher(word).replaceAll("\\\\$0") + "%";
    }
}
