package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.WatchDelay;
import fr.hubee.desk.watch.WatchDelay.ProcessDelay;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The delays of the démarches for which the user is responsible, and the form that changes them. */
@Model
public class WatchDelays extends PersonPage {
    @Inject
    WatchDelayService delays;

    /** The code of the démarche whose delays are changed. */
    @Inject
    @Param(name = "delais")
    String code;

    private final Once<List<ProcessDelay>> all = new Once<>(() -> delays.list(caller()));
    private ProcessDelay chosen;
    private Integer first;
    private Integer second;
    private Integer legal;

    /** Reads the present delays: a delay that she does not change stays. */
    @PostConstruct
    void read() {
        chosen = isThere() && code != null
                ? getAll().stream()
                        .filter(each -> each.processCode().equals(code))
                        .findFirst()
                        .orElse(null)
                : null;
        if (chosen != null) {
            first = chosen.delay().first();
            second = chosen.delay().second();
            legal = chosen.delay().legal();
        }
    }

    /** Whether she is responsible for démarches. */
    public boolean isThere() {
        return caller().is(RoleNames.BUSINESS) || caller().is(RoleNames.ADMIN);
    }

    public List<ProcessDelay> getAll() {
        return all.get();
    }

    public WatchDelay of(String process) {
        return getAll().stream()
                .filter(each -> each.processCode().equals(process))
                .findFirst()
                .map(ProcessDelay::delay)
                .orElse(WatchDelay.USUAL);
    }

    /** Returns the démarche whose delays are changed; null for none. */
    public ProcessDelay getChosen() {
        return chosen;
    }

    /** Returns the address that changes the delays of that démarche. */
    public String change(ProcessDelay each) {
        return new Address("/a-surveiller").with("delais", each.processCode()).text() + "#changer-delais";
    }

    /** Returns the address of the demands of that démarche on a deposit. */
    public String gate(ProcessDelay each) {
        return new Address("/controle").with("demarche", each.processCode()).text();
    }

    public void save() {
        delays.change(caller(), chosen.processCode(), new WatchDelay(first, second, legal));
        PageMessages.success("Les délais de « " + chosen.processCode() + " » sont enregistrés.", "/a-surveiller");
    }

    public Integer getFirst() {
        return first;
    }

    public void setFirst(Integer first) {
        this.first = first;
    }

    public Integer getSecond() {
        return second;
    }

    public void setSecond(Integer second) {
        this.second = second;
    }

    /** Returns the legal delay; null when there is none. */
    public Integer getLegal() {
        return legal;
    }

    public void setLegal(Integer legal) {
        this.legal = legal;
    }
}
