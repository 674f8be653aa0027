package fr.hubee.desk.caselist;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/** A request shows a page and its counters: both are of one search. */
@RequestScoped
class FoundOnce {
    private Object question;
    private Finding answer;

    /** @param asked what the answer depends on */
    Finding answer(Object asked, Supplier<Finding> search) {
        if (!asked.equals(question)) {
            answer = search.get();
            question = asked;
        }
        return answer;
    }
}
