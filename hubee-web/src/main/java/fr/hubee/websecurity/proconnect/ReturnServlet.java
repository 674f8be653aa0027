package fr.hubee.websecurity.proconnect;

import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.SignInAddress;
import fr.hubee.websecurity.proconnect.SignInFlow.Arrival;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The redirect address for the provider. */
@WebServlet(ProConnectSignIn.COME_BACK)
public class ReturnServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ProConnectSignIn signIn;

    @Inject
    transient SealedCookieStore cookies;

    @Inject
    transient PersonCookie sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer"); // the address contains the code
        var flow = signIn.flow();
        if (flow.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var arrival = flow.get()
                .arrive(
                        parameters(request),
                        PersonCookie.value(request, SealedCookieStore.ATTEMPT).orElse(null),
                        request.getRemoteAddr());
        if (arrival instanceof Arrival.SteppingUp again) {
            cookies.keepAttempt(response, again.departure());
            response.sendRedirect(again.departure().to().toString());
            return;
        }
        cookies.forget(response, SealedCookieStore.ATTEMPT);
        if (arrival instanceof Arrival.SignedIn in) {
            sessions.open(request, response, in.sessionToken());
            signIn.idTokenToKeep(in.idToken()).ifPresent(text -> cookies.keepIdToken(response, text));
            response.sendRedirect(in.next());
        } else if (arrival instanceof Arrival.Refused refused) {
            response.sendRedirect(SignInAddress.telling(refused.refusal().code()));
        }
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    }
}
