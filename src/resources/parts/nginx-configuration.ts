/** The configuration of the nginx beside the app. Source: nginx.org, modules http_core, http_proxy. */
import type { Nginx } from '../../stack/stack.ts';

/**
 * It serves the locations, and hands all else to the app as it came: the headers of the proxy in front (nginx changes none but
 * Host, which it would replace), bodies of any size unbuffered (limits are Django's and the Ingress'), and upgrades. Nothing of
 * it is written to the disk of the pod, which is small.
 */
export function nginxConfiguration({ port, locations }: Nginx, appPort: number): string {
  return `worker_processes 1;
daemon off;
pid /tmp/nginx.pid;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  charset utf-8;
  access_log off;
  server_tokens off;
  sendfile on;
  client_body_temp_path /tmp/nginx-body;
  proxy_temp_path /tmp/nginx-proxy;
  fastcgi_temp_path /tmp/nginx-fastcgi;
  uwsgi_temp_path /tmp/nginx-uwsgi;
  scgi_temp_path /tmp/nginx-scgi;
  gzip on;
  gzip_vary on;
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
  map $http_upgrade $connection_header {
    default upgrade;
    '' '';
  }
  server {
    listen ${port};
    client_max_body_size 0;
${locations.map(location).join('')}    location / {
      proxy_pass http://127.0.0.1:${appPort};
      proxy_http_version 1.1;
      proxy_request_buffering off;
      proxy_read_timeout 3600s;
      proxy_max_temp_file_size 0;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_header;
    }
  }
}
`;
}

function location({ url, root }: Nginx['locations'][number]): string {
  return `    location ${url} {
      alias ${root}/;
      add_header X-Content-Type-Options nosniff;
    }
`;
}
