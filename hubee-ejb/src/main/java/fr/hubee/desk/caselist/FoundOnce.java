package fr.hubee.desk.caselist;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/** Keeps the result of a search during a request: its page and its counters use the same one. */
@RequestScoped
class FoundOnce {
    private Object question;
    private Finding answer;

    /** @param asked everything that the answer depends on */
    Finding answer(Object asked, Supplier<Finding> search) {
        if (!asked.equals(question)) {
            answer = search.get();
            question = asked;
        }
        return answer;
    }
}
