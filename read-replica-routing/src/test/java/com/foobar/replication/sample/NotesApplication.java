package com.foobar.replication.sample;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stores notes: reads them from a replica, writes them to the primary, and contains no code for either. */
@SpringBootApplication
public class NotesApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NotesApplication.class, arguments);
    }

    @RestController
    record NotesController(Notes notes) {

        @GetMapping("/notes")
        List<String> all() {
            return notes.all();
        }

        @PostMapping("/notes")
        void add(@RequestBody String title) {
            notes.add(title);
        }
    }

    @Service
    static class Notes {

        private final JdbcClient database;

        Notes(JdbcClient database) {
            this.database = database;
        }

        @Transactional(readOnly = true)
        List<String> all() {
            return database.sql("select title from note order by id").query(String.class).list();
        }

        @Transactional
        void add(String title) {
            database.sql("insert into note (title) values (:title)").param("title", title).update();
        }
    }
}
