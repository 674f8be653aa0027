package fr.hubee.portal.frame;

import fr.hubee.portal.frame.PublicTextLoader.Rendered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shows the documents for the engineer of a software, each as HTML that is made once. */
@Named
@ApplicationScoped
public class GuidePage {
    /** The attribute of the request with the document; without it, the page lists all. */
    static final String GUIDE = GuidePage.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    ServletContext portal;

    private final Map<Guide, Rendered> texts = new ConcurrentHashMap<>();

    /** Returns the document whose page has this end of an address. */
    static Optional<Guide> at(String end) {
        return Guide.named(end.substring(1));
    }

    /** Returns the requested document; null for the list. */
    public Guide getShown() {
        return (Guide) request.getAttribute(GUIDE);
    }

    public List<Guide> getAll() {
        return List.of(Guide.values());
    }

    public Rendered text(Guide guide) {
        return texts.computeIfAbsent(guide, this::render);
    }

    private Rendered render(Guide guide) {
        try {
            return GuideText.render(guide.source(), portal.getContextPath());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
