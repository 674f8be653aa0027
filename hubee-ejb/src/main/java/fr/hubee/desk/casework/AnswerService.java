package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.status.Answers;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers of applicants, until they are seen: each person has her own mark, and the service has one, which only those clear who may
 * handle the case. Who has opened it is in the journal already.
 */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class AnswerService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    WorkableCases cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    Clock clock;

    /**
     * Returns what is news to a person, by case; nothing where there is none.
     *
     * @param answers those of cases that she has read
     */
    public Map<UUID, News> news(Caller caller, Map<UUID, Answers> answers) {
        var now = clock.instant();
        var news = new HashMap<UUID, News>();
        answers.forEach((id, each) -> news.put(id, News.of(each, null, now)));
        news.values().removeIf(each -> !each.isAny());
        if (!news.isEmpty()) {
            seenBy(caller, news.keySet()).forEach((id, seen) -> news.put(id, News.of(answers.get(id), seen, now)));
            news.values().removeIf(each -> !each.isAny());
        }
        return news;
    }

    /** Returns until when she has seen them. Where she handles a case, what her service has not seen is hers to see, also again. */
    private Map<UUID, Instant> seenBy(Caller caller, Collection<UUID> ids) {
        Stream<?> seen = entities.createNativeQuery("""
                        select r.case_id, r.seen_at from answer_reader r join account a on a.id = r.account_id
                        join cases c on c.id = r.case_id
                        where a.email = :login and r.case_id = any(:cases)
                            and (c.unseen_since is null or c.process_code <> all(:handled))""", Seen.class)
                .setParameter("login", caller.name())
                .setParameter("cases", ids.toArray(UUID[]::new))
                .setParameter(
                        "handled",
                        caller.processCodes().stream().filter(caller::manages).toArray(String[]::new))
                .getResultStream();
        return seen.map(Seen.class::cast).collect(Collectors.toMap(Seen::caseId, Seen::at));
    }

    /** Until when a person has seen the answers of a case. */
    record Seen(UUID caseId, Instant at) {}

    /**
     * Records that she has seen the answers of a case of her service that were sent until then: for herself, and for her service if she
     * may handle the case, also in place of a colleague.
     *
     * @param said by her page
     */
    public void seen(Caller caller, UUID id, Instant said) {
        var theCase = cases.hold(caller, id);
        theCase.answers().seenBy(said).ifPresent(until -> seen(caller, theCase, until));
    }

    private void seen(Caller caller, Case theCase, Instant until) {
        entities.createNativeQuery("""
                        insert into answer_reader (case_id, account_id, seen_at) select :case, a.id, :until from account a where a.email = :login
                        on conflict (case_id, account_id) do update set seen_at = greatest(answer_reader.seen_at, excluded.seen_at)""")
                .setParameter("case", theCase.id())
                .setParameter("until", until)
                .setParameter("login", caller.name())
                .executeUpdate();
        if (caller.manages(theCase.processCode())) {
            recorder.answersSeen(theCase, until);
        }
    }
}
