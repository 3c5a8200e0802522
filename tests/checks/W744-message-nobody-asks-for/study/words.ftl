counted-items = { $n } stories
ownership-municipal = municipal
