package fr.hubee.batch.retention;

import fr.hubee.batch.step.EachWriter;
import fr.hubee.retention.RuleReviewService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Takes their settings over into the rules that are followed; what makes no sense is told. */
@Named
@Dependent
public class RuleReviewWriter extends EachWriter<String> {
    @Inject
    RuleReviewService reviews;

    @Override
    protected boolean treat(String code) {
        return reviews.review(code);
    }
}
