package fr.hubee.batch.retention;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.retention.RuleReviewService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The démarches. */
@Named
@Dependent
public class RuleReviewReader extends KeyReader<String> {
    @Inject
    RuleReviewService reviews;

    @Override
    protected List<String> next(String after, int maxResult) {
        return reviews.codes(after, maxResult);
    }
}
