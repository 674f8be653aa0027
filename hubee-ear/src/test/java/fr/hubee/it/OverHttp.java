package fr.hubee.it;

import fr.hubee.it.world.Partner;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that run beside the server, and send it requests as partners and browsers do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class OverHttp {
    /** The software of an operator. */
    protected final Partner dila = Partner.of("demo-dila");
}
