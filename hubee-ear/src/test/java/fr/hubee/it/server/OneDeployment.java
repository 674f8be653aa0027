package fr.hubee.it.server;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.as.arquillian.container.managed.ManagedDeployableContainer;

/** Builds and deploys the EAR once; Arquillian would do it for every test class. */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, HubeeEar.class)
                .override(DeployableContainer.class, ManagedDeployableContainer.class, KeptServer.class)
                .observer(Keeper.class);
    }

    /** The first class builds the deployment; the next ones reuse it. */
    public static class Keeper {
        private static DeploymentScenario first;

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        public void generate(@Observes EventContext<GenerateDeployment> event) {
            if (first == null) {
                event.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }
    }
}
