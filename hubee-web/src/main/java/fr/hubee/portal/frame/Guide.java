package fr.hubee.portal.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents for the engineer of a software, which the portal shows. Each is a file of the folder docs of the sources. */
public enum Guide {
    DAY_IN_FRENCH("une-journee", Locale.FRENCH),
    API_IN_FRENCH("api-fr", Locale.FRENCH),
    DAY("one-day", Locale.ENGLISH),
    API("api", Locale.ENGLISH),
    API_CHANGES("api-changes", Locale.ENGLISH),
    CREDENTIALS("credentials", Locale.ENGLISH),
    TEST_BENCH("test-bench", Locale.ENGLISH),
    CERTIFICATES("certificates", Locale.ENGLISH),
    RECEIPTS("receipts", Locale.ENGLISH),
    GLOSSARY("glossary", Locale.ENGLISH);

    /** Address of the list; the address of a document follows it. */
    public static final String PAGES = "/documentation";

    private final String file;
    private final Locale language;

    Guide(String file, Locale language) {
        this.file = file;
        this.language = language;
    }

    /** Returns the document whose file has this name, without its ending. */
    static Optional<Guide> named(String file) {
        return Stream.of(values()).filter(guide -> guide.file.equals(file)).findFirst();
    }

    public String path() {
        return PAGES + "/" + file;
    }

    public String language() {
        return language.getLanguage();
    }

    /** Returns the file as it is in the sources, in Markdown. */
    String source() throws IOException {
        try (var text = Guide.class.getResourceAsStream("guides/" + file + ".md")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
