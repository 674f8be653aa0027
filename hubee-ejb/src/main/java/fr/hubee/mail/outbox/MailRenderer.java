package fr.hubee.mail.outbox;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import fr.hubee.kernel.settings.SupportAddress;
import fr.hubee.kernel.shared.SeenText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The texts of the mails, compiled and checked at startup, so that a broken one is detected early.
 *
 * <p>Each mail has a {@code .txt}, whose first line is the subject, and a {@code .html}; both are put into a layout.
 */
public final class MailRenderer {
    private static final String SUBJECT = "Objet : ";
    private static final String LAYOUT = "layout";

    /** Paths of links that a server of the previous release does not know: the link then leads to the first page. */
    private static final List<String> NOT_GIVEN_BEFORE = List.of("listPath", "settingsPath");

    private final Map<MailTemplate, Parts> mails = new EnumMap<>(MailTemplate.class);
    private final TemplateFiles files;
    private final URI address;
    private final SupportAddress support;
    private final Template textLayout;
    private final Template htmlLayout;

    private record Parts(Template subject, Template text, Template html) {}

    /**
     * @param folder with the deployer's own texts
     * @throws IllegalStateException with the name of the invalid file
     */
    public MailRenderer(Optional<Path> folder, URI address, SupportAddress support) {
        this.files = new TemplateFiles(folder);
        this.address = address;
        this.support = support;
        requireKnownNames();
        textLayout = compile(LAYOUT + ".txt", files.read(LAYOUT + ".txt"), false);
        htmlLayout = compile(LAYOUT + ".html", files.read(LAYOUT + ".html"), true);
        for (var each : MailTemplate.values()) {
            mails.put(each, parts(each.fileName()));
            render(each, each.sample());
        }
    }

    private void requireKnownNames() {
        var known = new HashSet<String>();
        known.add(LAYOUT + ".txt");
        known.add(LAYOUT + ".html");
        for (var each : MailTemplate.values()) {
            known.add(each.fileName() + ".txt");
            known.add(each.fileName() + ".html");
        }
        files.requireOnly(known);
    }

    private Parts parts(String name) {
        var file = name + ".txt";
        var text = files.read(file).replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        if (!text.startsWith(SUBJECT) || end < 0 || text.indexOf('\n') != end) {
            throw files.broken(file, "its first line must be \"" + SUBJECT + "…\", and the second one empty", null);
        }
        return new Parts(
                compile(file, text.substring(SUBJECT.length(), end), false),
                compile(file, text.substring(end + 2), false),
                compile(name + ".html", files.read(name + ".html"), true));
    }

    private Template compile(String file, String text, boolean html) {
        try {
            return Mustache.compiler().escapeHTML(html).strictSections(true).compile(text);
        } catch (MustacheException invalid) {
            throw files.broken(file, invalid.getMessage(), invalid);
        }
    }

    int count() {
        return mails.size();
    }

    /** @throws IllegalStateException with the name of the file that uses a missing value */
    public MailText render(MailTemplate template, MailValues given) {
        var parts = mails.get(template);
        var file = template.fileName() + ".txt";
        var values = new TreeMap<>(given.asMap());
        values.put("address", address.toString());
        values.put("support", support.mail());
        NOT_GIVEN_BEFORE.forEach(name -> values.putIfAbsent(name, ""));
        var subject = SeenText.of(oneLine(execute(file, parts.subject(), values)));
        values.put("subject", subject);
        var text = SeenText.of(execute(file, parts.text(), values));
        var html = SeenText.of(execute(template.fileName() + ".html", parts.html(), values));
        values.put("body", text.strip());
        text = execute(LAYOUT + ".txt", textLayout, values);
        values.put("body", html);
        return new MailText(subject, text, execute(LAYOUT + ".html", htmlLayout, values));
    }

    private String execute(String file, Template template, Map<String, Object> values) {
        try {
            return template.execute(values);
        } catch (MustacheException gone) {
            throw files.broken(file, gone.getMessage(), gone);
        }
    }

    /** Prevents header injection through a value. */
    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** The text of a mail: the same content in plain text and in HTML. */
    public record MailText(String subject, String text, String html) {}

    /** Finds the text of a template: the deployer's own file, or else the default one. */
    private record TemplateFiles(Optional<Path> replaced) {

        /** Returns its location, for error messages. */
        String place(String name) {
            return own(name).map(Path::toString).orElse("mail/" + name);
        }

        String read(String name) {
            var own = own(name);
            try {
                return own.isPresent() ? Files.readString(own.get()) : ours(name);
            } catch (IOException invalid) { // also for a file that is not UTF-8
                throw broken(name, invalid.toString(), invalid);
            }
        }

        private static String ours(String name) throws IOException {
            try (var text = MailRenderer.class.getResourceAsStream("/mail/" + name)) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private Optional<Path> own(String name) {
            return replaced.map(folder -> folder.resolve(name)).filter(Files::exists);
        }

        IllegalStateException broken(String name, String reason, Exception cause) {
            return new IllegalStateException("The mail template " + place(name) + " cannot be used: " + reason, cause);
        }

        /** A file with an unknown name must be a mistake. */
        void requireOnly(Set<String> known) {
            if (replaced.isEmpty()) {
                return;
            }
            try (var files = Files.list(replaced.get())) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".txt") || name.endsWith(".html"))
                        .filter(name -> !known.contains(name))
                        .findFirst()
                        .ifPresent(name -> {
                            throw broken(name, "no mail has this name", null);
                        });
            } catch (IOException gone) {
                throw new IllegalStateException(
                        "The folder of mail templates " + replaced.get() + " cannot be read", gone);
            }
        }
    }
}
