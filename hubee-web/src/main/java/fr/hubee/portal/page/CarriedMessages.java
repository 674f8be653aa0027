package fr.hubee.portal.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;

/**
 * Carries messages over a redirect to the next page, in the browser: the flash of Faces would keep them in the memory of one server.
 * Listens to the rendering of pages; registered in {@code faces-config.xml}.
 */
public class CarriedMessages implements SystemEventListener {
    private static final String COOKIE = "hubee-messages";
    private static final char REFUSAL = '!';
    private static final char SUCCESS = '=';

    public static void keep(FacesContext faces) {
        var lines = faces.getMessageList().stream().map(CarriedMessages::line).collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            var response = (HttpServletResponse) faces.getExternalContext().getResponse();
            cookie(faces).put(response, COOKIE, lines);
        }
    }

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent rendering) {
        var faces = rendering.getFacesContext();
        var external = faces.getExternalContext();
        cookie(faces)
                .take((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), COOKIE)
                .ifPresent(lines -> lines.lines().forEach(line -> faces.addMessage(null, message(line))));
    }

    private static String line(FacesMessage message) {
        boolean refusal = message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
        return (refusal ? REFUSAL : SUCCESS) + message.getSummary().replaceAll("\\R", " ");
    }

    private static FacesMessage message(String line) {
        var severity = line.charAt(0) == REFUSAL ? FacesMessage.SEVERITY_ERROR : FacesMessage.SEVERITY_INFO;
        return new FacesMessage(severity, line.substring(1), null);
    }

    private static SealedCookie cookie(FacesContext faces) {
        return faces.getApplication().evaluateExpressionGet(faces, "#{sealedCookie}", SealedCookie.class);
    }
}
