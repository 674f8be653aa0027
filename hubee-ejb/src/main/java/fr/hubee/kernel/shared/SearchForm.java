package fr.hubee.kernel.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is compared in a search: in capitals, without accents, with spaces for hyphens and apostrophes. The database
 * has the same rule in {@code search_form} (V47), which its indexes use: neither may change without the other.
 */
public final class SearchForm {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]");
    private static final Pattern SEPARATORS =
            Pattern.compile("[-'`\\u02B9-\\u02BC\\u2010-\\u2015\\u2018-\\u201B\\u2212]");

    private SearchForm() {}

    public static String of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS.matcher(letters(plain).toUpperCase(Locale.ROOT)).replaceAll(" ");
    }

    /** Letters that Unicode does not decompose. */
    private static String letters(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case 'Œ', 'œ' -> plain.append("OE");
                case 'Æ', 'æ' -> plain.append("AE");
                case 'ẞ', 'ß' -> plain.append("SS");
                case 'Ø', 'ø' -> plain.append('O');
                case 'Đ', 'đ', 'Ð', 'ð' -> plain.append('D');
                case 'Ł', 'ł' -> plain.append('L');
                case 'ı' -> plain.append('I');
                default -> plain.append(letter);
            }
        }
        return plain.toString();
    }
}
