package fr.hubee.it.server;

import java.util.concurrent.CountDownLatch;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** {@code ./dev test-server}: keeps everything that server tests need running until it is interrupted. */
@ArquillianTest
@RunAsClient
class StayingServer {

    @Test
    void stays() throws InterruptedException {
        RunningParts.tell();
        System.out.println("Ready: ./dev test -Dit.test=DepositIT. Ctrl-C stops it.");
        new CountDownLatch(1).await();
    }
}
