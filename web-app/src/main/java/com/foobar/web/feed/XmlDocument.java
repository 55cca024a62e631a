package com.foobar.web.feed;

import java.io.StringWriter;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document from texts that may come from anyone. */
final class XmlDocument {

    /** Characters that XML 1.0 cannot represent. */
    private static final Pattern NO_CHARACTER = Pattern
            .compile("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** Writes the content of an element. */
    @FunctionalInterface
    interface Content {

        void write() throws XMLStreamException;
    }

    XmlDocument(String root, String namespace, Writing writing) {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            writer.writeDefaultNamespace(namespace);
            writing.write(this);
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the content of the root element. */
    @FunctionalInterface
    interface Writing {

        void write(XmlDocument document) throws XMLStreamException;
    }

    /**
     * Writes an element that contains text.
     *
     * @param attributes the name and the value of each attribute, in turn
     */
    void element(String name, String content, String... attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        attributes(attributes);
        writer.writeCharacters(clean(content));
        writer.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        attributes(attributes);
    }

    void element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write();
        writer.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private static String clean(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
