package fr.hubee.portal.field;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.directory.organization.NamedOrganization;
import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.AccountQuery;
import fr.hubee.people.account.AccountService;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Answers with proposals for a field, in the format of {@code p:autoComplete}. It is a servlet and not a method of a page: the field is in
 * the GET form of a list, which has no state of Faces.
 */
@WebServlet("/propositions/*")
public class ProposalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 2;
    private static final int MOST = 10;

    @Inject
    transient OrganizationService organizations;

    @Inject
    transient SubscriptionOverviewService subscriptions;

    @Inject
    transient AccountService accounts;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var list = request.getPathInfo() == null ? "" : request.getPathInfo();
        answer(proposals(list, request.getParameter("query"), request.getParameter("sauf")), response);
    }

    private static void answer(List<String> labels, HttpServletResponse response) throws IOException {
        var suggestions = labels.stream().map(label -> Map.of("label", label)).toList();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(Map.of("suggestions", suggestions)));
    }

    /**
     * Asks the service of a list for the results of its search, with the rights and the order of the list.
     *
     * @param list the end of its address
     * @param typed part of a name, or the beginning of a number
     * @param except the key of an organisation that is not proposed; null for none
     * @return names, each with its identifier, for {@link QueryParameter}
     */
    private List<String> proposals(String list, String typed, String except) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() < SHORTEST) {
            return List.of();
        }
        return switch (list) {
            case "/organisations" -> named(registered(text, null, null), except);
            case "/services" -> named(registered(text, OrganizationType.SI, OrganizationDetails.ACTIVE), except);
            case "/abonnes" -> named(subscriptions.subscribers(currentCaller.get(), text, MOST), except);
            case "/personnes" -> people(text);
            default -> throw NotFound.of("Page");
        };
    }

    private List<NamedOrganization> registered(String text, OrganizationType type, String status) {
        var search = new OrganizationSearch(text, type, status, OrganizationColumn.NAME, false, 0, MOST);
        return organizations.page(currentCaller.get(), search).items().stream()
                .map(each -> new NamedOrganization(each.key(), each.details().name()))
                .toList();
    }

    private static List<String> named(List<NamedOrganization> found, String except) {
        return found.stream()
                .filter(Predicate.not(each -> each.key().toString().equals(except)))
                .map(each -> QueryParameter.proposal(each.name(), each.key().toString()))
                .toList();
    }

    private List<String> people(String text) {
        var query = new AccountQuery(
                null, null, null, null, null, text, null, null, AccountQuery.Sort.LAST_NAME, false, 0, MOST);
        return accounts.page(currentCaller.get(), query).items().stream()
                .map(each -> QueryParameter.proposal(each.name(), each.email()))
                .toList();
    }
}
