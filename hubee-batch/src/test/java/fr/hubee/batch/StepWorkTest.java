package fr.hubee.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import fr.hubee.journal.job.Job;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The XML of the jobs and the work of their steps name the same steps, and the XML names classes that exist. */
class StepWorkTest {
    private final StepWork work = new StepWork();

    /** Gives it services without a container: they are named, not called. */
    @BeforeEach
    void inject() throws ReflectiveOperationException {
        for (var field : StepWork.class.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                var constructor = field.getType().getDeclaredConstructor();
                constructor.setAccessible(true);
                field.set(work, constructor.newInstance());
            }
        }
        work.map();
    }

    @Test
    void eachStepThatCallsAServiceHasItsCallAndNoOtherHas() {
        assertEquals(steps("batchlet", "serviceCall"), new TreeSet<>(work.calls.keySet()));
    }

    @Test
    void eachStepThatTreatsChunksHasItsWorkAndNoOtherHas() {
        assertEquals(steps("writer", "chunkWriter"), new TreeSet<>(work.work.keySet()));
    }

    @Test
    void eachStepThatReadsWhatIsDueIsGivenIt() {
        assertEquals(work.work.keySet(), work.due.keySet());
        steps("reader", "dueReader").forEach(step -> assertNotNull(work.due.get(step), step));
    }

    @Test
    void eachStepIsTraced() {
        var all = all("step").map(step -> step.getAttribute("id")).collect(Collectors.toCollection(TreeSet::new));

        var traced = all("listener")
                .filter(part -> part.getAttribute("ref").equals("runListener") && isOfAStep(part))
                .map(StepWorkTest::step)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, traced);
    }

    @Test
    void eachPartOfAStepIsABeanOfThatName() throws ClassNotFoundException {
        for (var ref : refs()) {
            var name = Character.toUpperCase(ref.charAt(0)) + ref.substring(1);
            var bean = Class.forName(StepWork.class.getPackageName() + "." + name);
            assertNotNull(bean.getAnnotation(Named.class), ref);
        }
    }

    /** The ids of the steps that have such an element. */
    private static Set<String> steps(String element, String ref) {
        return all(element)
                .filter(part -> part.getAttribute("ref").equals(ref))
                .map(StepWorkTest::step)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfAStep(Element listener) {
        return ((Element) listener.getParentNode().getParentNode()).getTagName().equals("step");
    }

    private static String step(Element part) {
        var parent = (Element) part.getParentNode();
        return parent.getTagName().equals("step") ? parent.getAttribute("id") : step(parent);
    }

    private static Set<String> refs() {
        return Stream.of("batchlet", "reader", "writer")
                .flatMap(StepWorkTest::all)
                .map(part -> part.getAttribute("ref"))
                .collect(Collectors.toSet());
    }

    private static Stream<Element> all(String element) {
        return Stream.of(Job.values()).map(StepWorkTest::xml).flatMap(elements(element));
    }

    private static Function<Element, Stream<Element>> elements(String name) {
        return job -> {
            var found = job.getElementsByTagName(name);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
        };
    }

    private static Element xml(Job job) {
        try (var file = StepWork.class.getResourceAsStream("/META-INF/batch-jobs/" + job.definition() + ".xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getDocumentElement();
        } catch (Exception invalid) {
            throw new IllegalStateException("The XML of " + job, invalid);
        }
    }
}
