package fr.hubee.api.clients;

import fr.hubee.clients.bench.BenchRun;
import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.clients.bench.BenchRun.StepState;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Scenarios as the XML that continuous integrations read: each scenario is a test. */
final class JUnitReport {

    private JUnitReport() {}

    static String of(List<BenchRun> runs) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "HubEE");
            xml.writeAttribute("tests", String.valueOf(runs.size()));
            xml.writeAttribute("failures", count(runs, State.FAILED));
            xml.writeAttribute(
                    "skipped",
                    String.valueOf(runs.stream().filter(run -> !run.isOver()).count()));
            for (var run : runs) {
                write(run, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
        return text.toString();
    }

    private static String count(List<BenchRun> runs, State state) {
        return String.valueOf(runs.stream().filter(run -> run.state() == state).count());
    }

    private static void write(BenchRun run, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "HubEE");
        xml.writeAttribute("name", run.scenario());
        if (run.isOver()) {
            var took = Duration.between(run.beganAt(), run.endedAt()).toMillis() / 1000.0;
            xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", took));
        } else {
            xml.writeEmptyElement("skipped");
        }
        for (var step : run.steps()) {
            if (step.state() == StepState.FAILED) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", step.problem().en());
                xml.writeCharacters(step.text().en());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }
}
