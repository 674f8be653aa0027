package fr.hubee.portal.page;

import jakarta.enterprise.inject.Model;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import java.util.LinkedHashSet;
import java.util.List;

/** The refusals of a page in the order of its fields, for the summary at its top and for its title. */
@Model
public class PageRefusals {

    /** @param field the id of the field in the page, or null for a refusal of the whole */
    public record Line(String text, String field) {
        public String href() {
            return "#" + field;
        }
    }

    public boolean isAny() {
        var highest = FacesContext.getCurrentInstance().getMaximumSeverity();
        return highest != null && highest.compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    public List<Line> getLines() {
        var faces = FacesContext.getCurrentInstance();
        var lines = new LinkedHashSet<Line>();
        faces.getClientIdsWithMessages()
                .forEachRemaining(id -> faces.getMessageList(id).stream()
                        .filter(PageRefusals::isRefusal)
                        .map(message -> new Line(message.getSummary(), field(faces, id)))
                        .forEach(lines::add));
        return List.copyOf(lines);
    }

    /** Whether a refusal has a field to link to. */
    public boolean isOfFields() {
        return getLines().stream().anyMatch(line -> line.field() != null);
    }

    public List<String> getSuccesses() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> !isRefusal(message))
                .map(FacesMessage::getSummary)
                .toList();
    }

    private static boolean isRefusal(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    /** Returns the id of the field; for a value from the address, its name there. */
    private static String field(FacesContext faces, String clientId) {
        if (clientId == null) {
            return null;
        }
        var component = faces.getViewRoot().findComponent(clientId);
        return component instanceof UIViewParameter parameter ? parameter.getName() : clientId;
    }
}
