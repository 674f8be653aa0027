package fr.hubee.it.desk;

import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInService;
import fr.hubee.websecurity.CurrentCaller;
import fr.hubee.websecurity.PersonCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;
import org.wildfly.security.auth.server.SecurityDomain;

/** Signs in and out as a page does, and shows the signed-in person. */
@WebServlet("/it/door")
public class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SignInService signIn;

    @Inject
    transient PersonCookie cookie;

    @Inject
    transient CurrentCaller currentCaller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("out") != null) {
            cookie.close(request, response);
            return;
        }
        var step = request.getParameter("step");
        var outcome = step == null
                ? signIn.withPassword(
                        request.getParameter("login"), request.getParameter("password"), request.getRemoteAddr())
                : signIn.withCode(step, request.getParameter("code"), request.getRemoteAddr());
        if (outcome instanceof SignInOutcome.SignedIn in) {
            cookie.open(request, response, in.sessionToken());
        } else if (outcome instanceof SignInOutcome.SecondFactorNeeded needed) {
            response.getWriter().print(needed.stepToken());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (currentCaller.isKnown()) {
            var caller = currentCaller.get();
            response.getWriter()
                    .print(caller.name() + " " + new TreeSet<>(caller.roles()) + " " + caller.address() + " "
                            + isForContainer("MANAGE_USERS"));
        } else {
            response.getWriter().print("nobody");
        }
    }

    /** Whether the EJBs check this role. */
    private static boolean isForContainer(String role) {
        return SecurityDomain.getCurrent()
                .getCurrentSecurityIdentity()
                .getRoles()
                .contains(role);
    }
}
