package fr.hubee.batch.retention;

import fr.hubee.batch.step.Sweep;
import fr.hubee.retention.PurgeCertificateService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Certifies what was purged. */
@Named
@Dependent
public class Certification extends Sweep {
    @Inject
    PurgeCertificateService certificates;

    @Override
    protected long sweep() {
        return certificates.certify();
    }
}
