package fr.hubee.it.server;

import fr.hubee.it.kernel.CheapPasswordHash;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Adds the cheap password hash to an archive, as a library, so that every module uses it. */
final class TestHash {
    private TestHash() {}

    static EnterpriseArchive in(EnterpriseArchive ear) {
        return ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "hubee-it-hash.jar")
                .addClass(CheapPasswordHash.class)
                .addAsManifestResource(TestClock.beans(), "beans.xml"));
    }
}
