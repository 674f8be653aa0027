package fr.hubee.it;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that run beside the server, and send it requests as partners and browsers do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class OverHttp {}
