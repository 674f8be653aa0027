package fr.hubee.portal.watch;

import fr.hubee.portal.message.PageMessages;
import fr.hubee.security.Roles;
import fr.hubee.watch.ProcessDelay;
import fr.hubee.watch.WatchDelay;
import fr.hubee.watch.WatchDelayService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The delays of the démarches that somebody answers for, and the form that changes them. */
@Named
@RequestScoped
public class WatchDelays {
    @Inject
    WatchDelayService delays;

    @Inject
    CurrentCaller currentCaller;

    private List<ProcessDelay> all;
    private String process;
    private Integer first;
    private Integer second;
    private Integer legal;

    /** Whether she answers for démarches. */
    public boolean isThere() {
        return currentCaller.get().is(Roles.BUSINESS) || currentCaller.get().is(Roles.ADMIN);
    }

    public List<ProcessDelay> getAll() {
        if (all == null) {
            all = delays.list(currentCaller.get());
        }
        return all;
    }

    public WatchDelay of(String code) {
        return getAll().stream()
                .filter(each -> each.processCode().equals(code))
                .findFirst()
                .map(ProcessDelay::delay)
                .orElse(WatchDelay.USUAL);
    }

    public void save() {
        delays.change(currentCaller.get(), process, new WatchDelay(first, second, legal));
        PageMessages.success("Les délais de « " + process + " » sont enregistrés.", "/a-surveiller");
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        this.process = process;
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

    /** Null where no law says so. */
    public Integer getLegal() {
        return legal;
    }

    public void setLegal(Integer legal) {
        this.legal = legal;
    }
}
