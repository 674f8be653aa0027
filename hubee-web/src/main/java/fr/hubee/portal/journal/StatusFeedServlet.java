package fr.hubee.portal.journal;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.operation.metrics.HubStatus;
import fr.hubee.operation.metrics.HubStatusService;
import fr.hubee.operation.metrics.Maintenance;
import fr.hubee.portal.field.FrenchDates;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The announced maintenance as an Atom feed (RFC 4287), which caches may keep for a minute. */
@WebServlet("/etat.atom")
public class StatusFeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient HubStatusService status;

    @Inject
    transient PublicAddress address;

    @Inject
    transient FrenchDates dates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=60");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/atom+xml");
        response.setCharacterEncoding("UTF-8");
        try {
            write(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(response.getWriter()), status.last());
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    private void write(XMLStreamWriter feed, HubStatus known) throws XMLStreamException {
        var page = address.uri() + "/etat";
        feed.writeStartDocument("UTF-8", "1.0");
        feed.writeStartElement("feed");
        feed.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        head(feed, page, "État de HubEE", newest(known));
        text(feed, "subtitle", "Les maintenances annoncées");
        feed.writeStartElement("author");
        text(feed, "name", "HubEE");
        feed.writeEndElement();
        for (var each : known.maintenance()) {
            feed.writeStartElement("entry");
            head(feed, "urn:uuid:" + each.id(), "Maintenance du " + dates.moment(each.startsAt()), each.announcedAt());
            feed.writeEmptyElement("link");
            feed.writeAttribute("href", page);
            text(feed, "summary", "Jusqu’au " + dates.moment(each.endsAt()) + " : " + each.text());
            feed.writeEndElement();
        }
        feed.writeEndElement();
        feed.writeEndDocument();
        feed.flush();
    }

    private static Instant newest(HubStatus known) {
        return known.maintenance().stream()
                .map(Maintenance::announcedAt)
                .max(Instant::compareTo)
                .orElse(known.readAt());
    }

    private static void head(XMLStreamWriter feed, String id, String title, Instant updated) throws XMLStreamException {
        text(feed, "id", id);
        text(feed, "title", title);
        text(feed, "updated", updated.toString());
    }

    private static void text(XMLStreamWriter feed, String element, String text) throws XMLStreamException {
        feed.writeStartElement(element);
        feed.writeCharacters(text);
        feed.writeEndElement();
    }
}
