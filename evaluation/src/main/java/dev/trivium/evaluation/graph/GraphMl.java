package dev.trivium.evaluation.graph;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a graph as GraphML (Brandes et al. 2002), one element per line. */
final class GraphMl {

    private static final String SPACE = "http://graphml.graphdrawing.org/xmlns";
    private final StringWriter text = new StringWriter();

    String write(LearnedGraph graph) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(SPACE);
            line(xml);
            key(xml, "name", "node", "string");
            key(xml, graph.meaning(), "edge", "double");
            key(xml, "share", "edge", "double");
            xml.writeStartElement("graph");
            xml.writeAttribute("edgedefault", "directed");
            line(xml);
            content(xml, graph);
            xml.writeEndElement();
            line(xml);
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a string takes everything
        }
    }

    private static void content(XMLStreamWriter xml, LearnedGraph graph) throws XMLStreamException {
        for (int i = 0; i < graph.nodes().size(); i++) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", "n" + i);
            data(xml, "name", graph.nodes().get(i));
            xml.writeEndElement();
            line(xml);
        }
        for (LearnedGraph.Edge edge : graph.edges()) {
            xml.writeStartElement("edge");
            xml.writeAttribute("source", "n" + edge.source());
            xml.writeAttribute("target", "n" + edge.target());
            data(xml, graph.meaning(), String.format(Locale.ROOT, "%.6f", edge.weight()));
            data(xml, "share", String.format(Locale.ROOT, "%.6f", edge.share()));
            xml.writeEndElement();
            line(xml);
        }
    }

    private static void key(XMLStreamWriter xml, String name, String on, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", on);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
        line(xml);
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
