package fr.hubee.portal.people;

import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.portal.frame.Frame;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.WantedPath;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

/** Whether a page with actions marked {@link fr.hubee.kernel.security.RecentSecondFactor} must ask for the second factor first. */
@Named
@RequestScoped
public class ConfirmFirst {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    Frame frame;

    @Inject
    ProcessService processes;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** Whether an act would be refused now. */
    public boolean isNeeded() {
        return !currentCaller.get().hasProvenSince(clock.instant().minus(RecentSecondFactorGuard.LIFE));
    }

    /** Whether one of her démarches stays hidden until she proves a second factor. */
    public boolean isHoldingBack() {
        return currentCaller.isKnown()
                && currentCaller.get().secondFactorAt() == null
                && (isSensitive(frame.getAccount().rights().processCodes())
                        || currentCaller.get().deputyship().replaced().stream()
                                .anyMatch(colleague -> isSensitive(colleague.processCodes())));
    }

    private boolean isSensitive(Set<String> processCodes) {
        return processCodes.stream()
                .flatMap(code -> processes.find(code).stream())
                .anyMatch(process -> process.portal().sensitive());
    }

    /** Whether an action was refused since no second factor was recent: now, or before the dialog that asks for one was sent. */
    public boolean isRefused() {
        return request.getAttribute(StaleSecondFactor.class.getName()) != null
                || request.getParameter("identity") != null;
    }

    public String getAddress() {
        return Pages.CONFIRMATION + "?retour=" + URLEncoder.encode(WantedPath.of(request), StandardCharsets.UTF_8);
    }
}
