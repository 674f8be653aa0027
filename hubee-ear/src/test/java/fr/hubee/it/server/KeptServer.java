package fr.hubee.it.server;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.api.Injector;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.arquillian.container.managed.ManagedContainerConfiguration;
import org.jboss.as.arquillian.container.managed.ManagedDeployableContainer;
import org.jboss.shrinkwrap.api.Archive;

/**
 * A WildFly container that keeps running, with its deployment, from one test class to the next. The test runner makes a
 * new Arquillian for each class; {@link TestParts} stops the server at the end.
 */
public class KeptServer implements DeployableContainer<ManagedContainerConfiguration> {
    private final ManagedDeployableContainer managed = new ManagedDeployableContainer();

    @Inject
    private Instance<Injector> injector;

    @Inject
    private Instance<ManagementClient> client;

    @Override
    public Class<ManagedContainerConfiguration> getConfigurationClass() {
        return managed.getConfigurationClass();
    }

    @Override
    public void setup(ManagedContainerConfiguration configuration) {
        injector.get().inject(managed);
        managed.setup(configuration);
    }

    @Override
    public void start() throws LifecycleException {
        managed.start();
    }

    /** The server keeps running; only this connection is closed. */
    @Override
    public void stop() {
        client.get().close();
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return managed.getDefaultProtocol();
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        var deployed = DeployedEar.ofThisServer();
        if (deployed.isCurrent()) {
            return client.get().getProtocolMetaData(archive.getName());
        }
        if (deployed.isThere()) {
            managed.undeploy(archive);
        }
        var entries = managed.deploy(archive);
        deployed.becomesCurrent();
        return entries;
    }

    /** The deployment stays for the next class. */
    @Override
    public void undeploy(Archive<?> archive) {}
}
