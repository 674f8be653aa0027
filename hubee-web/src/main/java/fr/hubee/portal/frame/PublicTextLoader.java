package fr.hubee.portal.frame;

import fr.hubee.kernel.settings.PublicContacts;
import fr.hubee.kernel.settings.SupportAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Loads the texts: from the configured folder, which may change while the hub runs, else our own. */
@ApplicationScoped
public class PublicTextLoader {
    public record Rendered(String title, String html) {}

    @Inject
    PublicTextSettings settings;

    @Inject
    SupportAddress support;

    @Inject
    PublicContacts contacts;

    /** Stops the start when the folder is missing. */
    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        settings.folder().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new IllegalStateException("The setting HUBEE_TEXTS cannot be \"" + folder + "\": it is no folder");
        });
    }

    Rendered render(PublicText text) {
        return Markdown.render(source(text));
    }

    String source(PublicText text) {
        try {
            return read(settings.folder(), text)
                    .replace("{{support}}", support.mail())
                    .replace("{{contact}}", contacts.mail())
                    .replace("{{datapass}}", contacts.datapass().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Optional<Path> folder, PublicText text) throws IOException {
        var own = folder.map(place -> place.resolve(text.fileName())).filter(Files::isRegularFile);
        if (own.isPresent()) {
            return Files.readString(own.get());
        }
        try (var ours = PublicTextLoader.class.getResourceAsStream(text.fileName())) {
            return new String(ours.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Renders Markdown: HTML in it is escaped, and links may lead to the web, to mail or within the portal. A heading may
     * end with its anchor: {@code ## Les statuts {#statuts}}.
     */
    static final class Markdown {
        private static final List<Extension> TABLES = List.of(TablesExtension.create());
        private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
        private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> new Anchors())
                .build();
        private static final Pattern ANCHOR = Pattern.compile("^(.*?)\\s*\\{#([a-z0-9-]+)}$");

        private Markdown() {}

        static Rendered render(String source) {
            var document = PARSER.parse(source);
            var title = takeTitle(document);
            return new Rendered(title, RENDERER.render(document));
        }

        /** Takes the heading of the first level out of the beginning of a document; returns it, or an empty text. */
        static String takeTitle(Node document) {
            if (document.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
                first.unlink();
                return textOf(first);
            }
            return "";
        }

        private static String textOf(Heading heading) {
            var text = new StringBuilder();
            heading.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }
            });
            return text.toString();
        }

        /** Uses the anchor at the end of a heading as its id. */
        private static final class Anchors implements AttributeProvider {

            @Override
            public void setAttributes(Node node, String tag, Map<String, String> attributes) {
                if (node instanceof Heading heading && heading.getLastChild() instanceof Text last) {
                    var found = ANCHOR.matcher(last.getLiteral());
                    if (found.matches()) {
                        last.setLiteral(found.group(1));
                        attributes.put("id", found.group(2));
                    }
                }
            }
        }
    }
}
