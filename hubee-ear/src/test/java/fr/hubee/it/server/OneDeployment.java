package fr.hubee.it.server;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/** Deploys the EAR once for the whole run, where Arquillian would deploy it again for every test class. */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeploymentScenarioGenerator.class, HubeeEar.class).observer(Keeper.class);
    }

    /** The first class makes the deployment; the next ones find it made. */
    public static class Keeper {
        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> scenario;

        private DeploymentScenario first;

        public void generate(@Observes EventContext<GenerateDeployment> event) {
            if (first == null) {
                event.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }

        public void deploy(@Observes EventContext<DeployManagedDeployments> event) {
            if (first.deployedDeployments().isEmpty()) {
                event.proceed();
            }
        }

        /** Does not proceed: the deployment goes away with the server. */
        public void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {}
    }
}
