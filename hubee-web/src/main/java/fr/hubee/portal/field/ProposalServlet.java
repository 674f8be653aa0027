package fr.hubee.portal.field;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.portal.page.Refusal;
import fr.hubee.websecurity.RefusalTrace;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Answers with proposals for a field, in the format of {@code p:autoComplete}. It is a servlet and not a method of a page: the field is in
 * the GET form of a list, which has no state of Faces.
 */
@WebServlet("/propositions/*")
public class ProposalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient Proposals proposals;

    @Inject
    transient RefusalTrace trace;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var list = request.getPathInfo() == null ? "" : request.getPathInfo();
        try {
            answer(proposals.of(list, request.getParameter("query"), request.getParameter("sauf")), response);
        } catch (HubeeException | EJBAccessException refused) {
            trace.of(refused, request.getRequestURI());
            Refusal.of(refused).orElseThrow(() -> refused).answer(request, response);
        }
    }

    private static void answer(List<String> labels, HttpServletResponse response) throws IOException {
        var answer = JSON.createObjectNode();
        var suggestions = answer.putArray("suggestions");
        labels.forEach(label -> suggestions.addObject().put("label", label));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(answer));
    }
}
