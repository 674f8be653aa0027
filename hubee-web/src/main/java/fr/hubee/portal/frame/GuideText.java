package fr.hubee.portal.frame;

import fr.hubee.portal.frame.PublicTextLoader.Rendered;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders a document as HTML. Each heading has the anchor that links between the documents use. */
final class GuideText {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final Pattern DOCUMENT = Pattern.compile("([a-z-]+)\\.md(#.*)?");

    private GuideText() {}

    /**
     * Renders a document. A link to another document of the portal leads to its page; a link to a file that the portal does not have
     * becomes plain text.
     *
     * @param root the context path of the portal
     */
    static Rendered render(String markdown, String root) {
        var document = PARSER.parse(markdown);
        var title = PublicTextLoader.Markdown.takeTitle(document);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                lead(link, root);
            }
        });
        return new Rendered(title, RENDERER.render(document));
    }

    private static void lead(Link link, String root) {
        var address = link.getDestination();
        if (address.startsWith("#") || address.startsWith("https:")) {
            return;
        }
        var parts = DOCUMENT.matcher(address);
        var guide = parts.matches() ? Guide.named(parts.group(1)) : Optional.<Guide>empty();
        if (guide.isPresent()) {
            var anchor = parts.group(2) == null ? "" : parts.group(2);
            link.setDestination(root + guide.get().path() + anchor);
        } else {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
